# Completes plannr in fish: plannr completion fish > ~/.config/fish/completions/plannr.fish
function __plannr_suggest
  set -l line (commandline --cut-at-cursor)
  set -l word (commandline --cut-at-cursor --current-token)
  # Suggests options only after a hyphen, so that they do not hide the commands and values.
  set -l wanted '^[^-:].*'
  if string match --quiet -- '-*' "$word"
    set wanted '^[^:].*'
  end
  set -l suggestions (plannr __suggest (string length -- "$line") "$line" 2>/dev/null)
  # A tab separates a value and its description, as fish requires.
  string match --regex -- "$wanted" $suggestions
  if contains -- ':files' $suggestions
    __fish_complete_path "$word"
  end
end

complete --command plannr --no-files --arguments '(__plannr_suggest)'
