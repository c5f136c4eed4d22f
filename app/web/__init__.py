"""The web page: a chat on one side, the evidence on the other. Only this package knows gradio; it renders and decides nothing."""
