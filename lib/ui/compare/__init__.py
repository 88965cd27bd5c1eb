"""Compare: the choices, the runs as they train, the table, any two side by side."""
