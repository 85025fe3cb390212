"""The county's own form: any .xlsx, filled where it stands."""
