"""Mail files."""

from __future__ import annotations

from email.message import EmailMessage

BODY = (
    "Musterfeld, 5. März 2024. Eine Delegation der Stadt reist nach Lyon. Geplant sind Besuche bei "
    "Unternehmen und bei der Handelskammer. Die Reise dauert fünf Tage. Geleitet wird sie von der "
    "Oberbürgermeisterin, begleitet wird sie von zwölf Unternehmern."
)


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Pressestelle Musterfeld <presse@musterfeld.example>"
    message["Subject"] = headers.get("subject", "Musterfeld reist nach Lyon")
    message["Date"] = headers.get("date", "Tue, 05 Mar 2024 23:15:00 -0500")
    return message


def test_plain_mail_gives_text_and_metadata(read) -> None:
    message = mail()
    message.set_content(BODY)
    document = read("a.eml", message.as_bytes()).documents[0]
    assert document.raw_text.startswith("Musterfeld reist nach Lyon\n\nMusterfeld, 5. März")
    source = document.source
    assert source.title == "Musterfeld reist nach Lyon"
    assert source.publisher == "Pressestelle Musterfeld"
    # The day that the sender's clock showed, whatever the zone.
    assert (source.published, source.published_from) == ("2024-03-05", "meta")


def test_html_mail_is_read_without_its_markup(read) -> None:
    message = mail()
    message.set_content(f"<html><body><h2>Reise</h2><p>{BODY}</p></body></html>", subtype="html")
    text = read("a.eml", message.as_bytes()).documents[0].raw_text
    assert BODY in text
    assert "<p>" not in text


def test_stub_of_plain_text_gives_way_to_html(read) -> None:
    message = mail()
    message.set_content("Ihr Programm kann keine HTML-Mails anzeigen.")
    message.add_alternative(f"<p>{BODY}</p>", subtype="html")
    assert BODY in read("a.eml", message.as_bytes()).documents[0].raw_text


def test_cp1252_body_is_decoded(read) -> None:
    message = mail()
    message.set_content("Größe „fünf“ – " + BODY, charset="windows-1252", cte="8bit")
    document = read("a.eml", message.as_bytes()).documents[0]
    assert "Größe „fünf“" in document.raw_text
    assert document.source.encoding == "cp1252"


def test_unknown_charset_is_read_all_the_same(read) -> None:
    message = mail()
    message.set_content(BODY, cte="8bit")
    content = message.as_bytes().replace(b'charset="utf-8"', b'charset="x-unbekannt"')
    assert "März" in read("a.eml", content).documents[0].raw_text


def test_flowed_lines_are_joined(read) -> None:
    message = mail()
    content = "Eine Delegation reist \nnach Lyon, \nteilte die Stadt mit.\n-- \nPressestelle"
    message.set_content(content, params={"format": "flowed"})
    text = read("a.eml", message.as_bytes()).documents[0].raw_text
    assert "Eine Delegation reist nach Lyon, teilte die Stadt mit.\n-- \nPressestelle" in text


def test_reply_marks_are_no_part_of_the_title(read) -> None:
    message = mail(subject="WG: Fwd: Reise nach Lyon")
    message.set_content(BODY)
    assert read("a.eml", message.as_bytes()).documents[0].source.title == "Reise nach Lyon"


def test_attachments_are_named_in_a_warning(read) -> None:
    message = mail()
    message.set_content(BODY)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="liste.pdf")
    warnings = read("a.eml", message.as_bytes()).documents[0].warnings
    assert [warning.code for warning in warnings] == ["source.attachments_unread"]
    assert "liste.pdf" in warnings[0].message


def test_mail_without_text_is_refused(read) -> None:
    message = mail()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    assert "attachment" in read("a.eml", message.as_bytes()).faults[0].remedy


def test_file_without_mail_headers_is_refused(read) -> None:
    assert "no e-mail" in read("a.eml", "Einfach nur Text.\n\nMehr davon.").faults[0].what


def test_malformed_headers_do_not_stop_the_reading(read) -> None:
    content = "From: =?utf-8?b?kaputt\nDate: gestern\nSubject: Reise\n\n" + BODY
    source = read("a.eml", content).documents[0].source
    assert (source.title, source.published) == ("Reise", None)
