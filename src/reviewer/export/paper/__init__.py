"""Pages to be printed or made a PDF of, as plain values; gui/paper draws them."""
