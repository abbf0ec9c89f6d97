# Completes plannr in bash: source <(plannr completion bash)
_plannr() {
  local word value description
  word="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS=$'\t' read -r value description; do
    if [[ "$value" == :files ]]; then
      compopt -o default 2>/dev/null
    # What is not asked for by its first letter would only be in the way of what is.
    elif [[ "$value" == "$word"* && ( "$value" != -* || "$word" == -* ) ]]; then
      COMPREPLY+=("$value${description:+  ($description)}")
    fi
  done < <(plannr __suggest "$COMP_POINT" "$COMP_LINE" 2>/dev/null)

  # A description is to be read in a list of several. What is inserted, alone or by menu-complete, is the value.
  if [[ ${#COMPREPLY[@]} -eq 1 || "$COMP_TYPE" == 37 || "$COMP_TYPE" == 42 ]]; then
    COMPREPLY=("${COMPREPLY[@]%%  (*}")
  fi
}

complete -F _plannr plannr
