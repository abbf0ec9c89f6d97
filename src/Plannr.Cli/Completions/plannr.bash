# Completes plannr in bash: source <(plannr completion bash)
_plannr() {
  local word suggestion
  word="${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r suggestion; do
    # What is not asked for by its first letter would only be in the way of what is.
    if [[ "$suggestion" == "$word"* && ( "$suggestion" != -* || "$word" == -* ) ]]; then
      COMPREPLY+=("$suggestion")
    fi
  done < <(plannr "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
}

# Where there is nothing to suggest, such as for the file of an option, bash completes file names.
complete -o default -F _plannr plannr
