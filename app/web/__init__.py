"""The web page: a chat on one side, the evidence on the other. It renders and decides nothing; only it knows gradio."""
