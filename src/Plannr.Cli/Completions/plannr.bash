# Completes plannr in bash: source <(plannr completion bash)
_plannr() {
  local word value description
  word="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS=$'\t' read -r value description; do
    if [[ "$value" == :files ]]; then
      compopt -o default 2>/dev/null
    # Suggests options only after a hyphen, so that they do not hide the commands and values.
    elif [[ "$value" == "$word"* && ( "$value" != -* || "$word" == -* ) ]]; then
      COMPREPLY+=("$value${description:+  ($description)}")
    fi
  done < <(plannr __suggest "$COMP_POINT" "$COMP_LINE" 2>/dev/null)

  # Descriptions are for a list of several suggestions. bash inserts a single suggestion, or one of menu-complete, which must be only the value.
  if [[ ${#COMPREPLY[@]} -eq 1 || "$COMP_TYPE" == 37 || "$COMP_TYPE" == 42 ]]; then
    COMPREPLY=("${COMPREPLY[@]%%  (*}")
  fi
}

complete -F _plannr plannr
