"""The way to whoever started the bridge and has a server."""

import json


class Pipe:
    """Sends a statement as a line of JSON, and waits for the line that answers it."""

    def __init__(self, requests, answers):
        self._requests = requests
        self._answers = answers

    def ask(self, sql):
        """Columns with the oids of their types, rows as the server writes values, and their count; or what was refused."""
        json.dump({"run": sql}, self._requests)
        self._requests.write("\n")
        self._requests.flush()
        answer = self._answers.readline()
        return json.loads(answer) if answer else {"refused": "the other side has gone", "code": "08006"}
