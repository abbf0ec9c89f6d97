# Completes plannr in fish: plannr completion fish > ~/.config/fish/completions/plannr.fish
function __plannr_suggest
  set -l line (commandline --cut-at-cursor)
  plannr "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end

complete --command plannr --arguments '(__plannr_suggest)'
