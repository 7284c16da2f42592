"""What the German pipeline's event heads read, put into names, dates and figures."""
