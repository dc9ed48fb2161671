"""A receiver of webhooks."""

import http.server
import json
import threading


class Receiver(http.server.ThreadingHTTPServer):
    """Keeps the events that webhooks deliver, by id."""

    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Delivery)
        self.events, self.lock = {}, threading.Lock()
        self.url = f"http://127.0.0.1:{self.server_port}/"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Delivery(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            self.server.events[event["id"]] = event
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass
