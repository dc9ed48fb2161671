"""Servers that the relay talks to in the check: a mail server, a token endpoint, and a chat."""

import email, email.policy, json, socket, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler

from aiosmtpd.controller import Controller


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def request(method, url, body=None, headers={}):
    """The status and the body of a response."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers, method=method), timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Mailbox:
    """A mail server that can go away, or put off the next mail."""

    def __init__(self):
        self.port, self.mails, self.put_off = free_port(), [], 0

    async def handle_DATA(self, server, session, envelope):
        if self.put_off:
            self.put_off -= 1
            return "451 try again later"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append((*(to.split("@")[0] for to in envelope.rcpt_tos), mail))
        return "250 OK"

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        self.controller.stop()

    def to(self, *people):
        """The subjects and texts of the mails to these people, in order. The demo has other people, too."""
        texts = [(to, mail["subject"], mail.get_content().replace("\r\n", "\n")) for to, mail in self.mails]
        return [each for each in texts if each[0] in people]


class TokenAndChat(BaseHTTPRequestHandler):
    """A token endpoint, whose first token is not valid any more, and a chat."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.requests.append((self.path, self.headers["authorization"], body))
        given = self.server.token if len(self.server.requests) > 1 else "expired"
        answer = json.dumps({"access_token": given, "expires_in": 600}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass
