#compdef plannr
# Completes plannr in zsh: source <(plannr completion zsh)
_plannr() {
  local -a suggestions
  local word="${words[CURRENT]}"
  suggestions=("${(@f)$(plannr "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
  # What is not asked for by its first letter would only be in the way of what is.
  if [[ "$word" != -* ]]; then
    suggestions=("${(@)suggestions:#-*}")
  fi
  suggestions=("${(@)suggestions:#}")
  if (( ${#suggestions} )); then
    compadd -- "${suggestions[@]}"
  else
    _files
  fi
}

if (( $+functions[compdef] )); then
  compdef _plannr plannr
else
  autoload -Uz compinit && compinit
  compdef _plannr plannr
fi
