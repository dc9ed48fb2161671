"""What the relay talks to: the API of Groundwork, a mail server, and an incoming webhook of a chat."""

import base64, email.policy, http.client, json, os, smtplib, ssl, time, urllib.error, urllib.request
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote, quote_plus, urlencode

MAX_ANSWER = 8 * 1024 * 1024  # bytes of a response
TIMEOUT = 15  # seconds without an answer


class Unavailable(Exception):
    """Try again later. The text contains nothing personal."""


class Refused(Exception):
    """Trying again does not help. The text contains nothing personal."""


def secret(settings, name):
    """A secret: from the file that the setting NAME_file names, or the environment variable RELAY_NAME."""
    file = settings.get(f"{name}_file")
    return Path(file).read_text().strip() if file else os.environ.get(f"RELAY_{name.upper()}", "")


def one_line(text):
    """Names and titles are texts of users: without line breaks and other control characters, and not endless."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:200]


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would take the token to another server."""

    def redirect_request(self, *_):
        return None


def call(server, url, body=None, headers=None):
    """The body of a response. `server` is its name in errors, as an address may contain a secret."""
    try:
        request = urllib.request.Request(url, body, headers or {})
        with urllib.request.build_opener(NoRedirects).open(request, timeout=TIMEOUT) as answer:
            return answer.read(MAX_ANSWER)
    except urllib.error.HTTPError as error:
        error.close()
        raise
    except (OSError, http.client.HTTPException) as error:
        raise Unavailable(f"{server} cannot be reached: {type(error).__name__}") from None


class Api:
    """Reads from Groundwork. What was read stays in `cache`."""

    def __init__(self, settings):
        self.settings, self.cache, self.token, self.expires_at = settings, {}, None, 0.0

    def get(self, *path):
        """The resource, or None if it does not exist or is not shared."""
        if path not in self.cache:
            self.cache[path] = self.read(path)
        return self.cache[path]

    def pages(self, *path, **query):
        """All items of a list."""
        items, cursor = [], {}
        while True:
            page = self.get(*path, "?" + urlencode({"limit": 100, **query, **cursor}))
            if page is None:
                return []
            items += page["items"]
            if not page["next_cursor"]:
                return items
            cursor = {"cursor": page["next_cursor"]}

    def read(self, path, again=True):
        query = path[-1] if path[-1].startswith("?") else ""
        names = "/".join(quote(part, safe="") for part in path if not part.startswith("?"))
        url = self.settings["url"].rstrip("/") + f"/v1/{names}{query}"
        try:
            return json.loads(call("the API", url, headers={"Authorization": f"Bearer {self.bearer()}"}))
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            if error.code == 401 and again and self.token:
                self.token = None
                return self.read(path, again=False)
            raise Unavailable(f"the API answered {error.code} for {path[0]}") from None

    def bearer(self):
        """The token: a given one, or one by client credentials (RFC 6749, section 4.4)."""
        if "token_url" not in self.settings:
            return secret(self.settings, "token")
        if not self.token or time.monotonic() > self.expires_at:
            client = f"{quote_plus(self.settings['client_id'])}:{quote_plus(secret(self.settings, 'client_secret'))}"
            headers = {"Authorization": f"Basic {base64.b64encode(client.encode()).decode()}"}
            form = urlencode({"grant_type": "client_credentials", **self.settings.get("token_parameters", {})})
            try:
                answer = json.loads(call("the token endpoint", self.settings["token_url"], form.encode(), headers))
                self.token, seconds = answer["access_token"], float(answer.get("expires_in", 300))
            except urllib.error.HTTPError as error:
                raise Unavailable(f"the token endpoint answered {error.code}") from None
            self.expires_at = time.monotonic() + max(30, seconds - 60)
        return self.token


def compose(sender, person, subject, texts, key):
    """The mail. The library refuses line breaks in header fields, and more than one address of the person."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = sender
    try:
        mail["To"] = Address(one_line(person["display_name"]), addr_spec=person["email"])
    except Exception:
        raise Refused("the address is not valid") from None
    mail["Subject"] = one_line(subject)
    mail["Date"] = datetime.now(UTC)
    mail["Message-ID"] = f"<{key}@{mail['From'].addresses[0].domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join(texts) + "\n")
    return mail


def send_mail(settings, mail):
    tls, context = settings.get("tls", "starttls"), ssl.create_default_context()
    client, options = (smtplib.SMTP_SSL, {"context": context}) if tls == "always" else (smtplib.SMTP, {})
    try:
        with client(settings["host"], settings.get("port", 587), timeout=TIMEOUT, **options) as server:
            if tls == "starttls":
                server.starttls(context=context)
            if "user" in settings and tls != "never":
                server.login(settings["user"], secret(settings, "smtp_password"))
            server.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        ((code, _),) = error.recipients.values()
        raise (Refused if code >= 500 else Unavailable)(f"the mail server answered {code}") from None
    except smtplib.SMTPResponseException as error:
        refused = isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500
        raise (Refused if refused else Unavailable)(f"the mail server answered {error.smtp_code}") from None
    except (smtplib.SMTPException, OSError) as error:
        raise Unavailable(f"the mail server cannot be used: {type(error).__name__}") from None


def send_chat(settings, person, texts):
    """Posts to an incoming webhook. A title is escaped, so that it cannot notify a channel or hide a link."""
    text = "\n\n".join(texts).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = json.dumps({"text": text, "email": person["email"]}).encode()
    try:
        call("the chat", secret(settings, "chat_url"), body, {"Content-Type": "application/json"})
    except urllib.error.HTTPError as error:
        raise Unavailable(f"the chat answered {error.code}") from None
