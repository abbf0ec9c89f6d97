# Completes plannr in fish: plannr completion fish > ~/.config/fish/completions/plannr.fish
function __plannr_suggest
  set -l line (commandline --cut-at-cursor)
  set -l word (commandline --cut-at-cursor --current-token)
  # Options are only in the way of commands and values until one is asked for by its first letter.
  set -l wanted '^[^-:].*'
  if string match --quiet -- '-*' "$word"
    set wanted '^[^:].*'
  end
  set -l suggestions (plannr __suggest (string length -- "$line") "$line" 2>/dev/null)
  # A value and its description are separated by a tab, as fish has it.
  string match --regex -- "$wanted" $suggestions
  if contains -- ':files' $suggestions
    __fish_complete_path "$word"
  end
end

complete --command plannr --no-files --arguments '(__plannr_suggest)'
