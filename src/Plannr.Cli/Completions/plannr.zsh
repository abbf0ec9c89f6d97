#compdef plannr
# Completes plannr in zsh: source <(plannr completion zsh)
_plannr() {
  local -a lines values shown
  local word="${words[CURRENT]}" line value
  local -i files=0
  lines=("${(@f)$(plannr __suggest "$CURSOR" "$BUFFER" 2>/dev/null)}")
  for line in "${lines[@]}"; do
    value="${line%%$'\t'*}"
    if [[ "$value" == :files ]]; then
      files=1
    # Suggests options only after a hyphen, so that they do not hide the commands and values.
    elif [[ -n "$value" && ( "$value" != -* || "$word" == -* ) ]]; then
      values+=("$value")
      if [[ "$line" == *$'\t'* ]]; then
        shown+=("$value  (${line#*$'\t'})")
      else
        shown+=("$value")
      fi
    fi
  done
  if (( ${#values} )); then
    if [[ "${shown[*]}" == "${values[*]}" ]]; then
      compadd -- "${values[@]}"
    else
      compadd -l -d shown -- "${values[@]}"
    fi
  fi
  if (( files )); then
    _files
  fi
}

if (( $+functions[compdef] )); then
  compdef _plannr plannr
else
  autoload -Uz compinit && compinit
  compdef _plannr plannr
fi
