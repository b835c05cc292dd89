namespace FirstContact.Mail;

/// <summary>Where we and Python's email package see something different in a real message, and who is right.</summary>
internal static class SecondParserDiffers
{
    private const string Web = "Ours, as browsers do: 'iso-8859-1' is windows-1252, whose signs there are letters and no controls",
        Unlabelled = "Ours: bytes beyond ASCII without a charset that holds them are UTF-8 where they are, else windows-1252; Python puts replacement signs",
        Empty = "The same: a multipart without a part. We show what text there is in it (none here), Python keeps the name",
        Garbled = "Neither: the bytes are no text in the charset that is named",
        Junk = "Ours: a line that is no field does not end the fields; Python takes all below it for text";

    public static readonly IReadOnlyDictionary<string, string> Judged = new Dictionary<string, string>
    {
        ["attachment_emails_attachment_message_rfc822_inline_image: parts"] = Empty,
        ["attachment_emails_attachment_nonascii_filename: part 1 name"] = Unlabelled,
        ["attachment_emails_attachment_pdf_non_ascii: body"] = Web,
        ["attachment_emails_attachment_pdf_non_ascii: part 0 text"] = Web,
        ["attachment_emails_attachment_pdf_non_ascii_lf: body"] = Web,
        ["attachment_emails_attachment_pdf_non_ascii_lf: part 0 text"] = Web,
        ["attachment_emails_attachment_with_encoded_name: part 1 name"] = Garbled,
        ["error_emails_bad_date_header2: date"] = "Ours: '15 Dec 2010    59:10' is no time of day; Python counts 59 hours. Better no date than a wrong one",
        ["error_emails_bad_date_header2: parts"] = Empty,
        ["error_emails_content_transfer_encoding_7-bit: body"] = Web,
        ["error_emails_content_transfer_encoding_7-bit: part 0 text"] = Web,
        ["error_emails_content_transfer_encoding_7-bit: part 1 text"] = Web,
        ["error_emails_content_transfer_encoding_empty: part 0 text"] = Garbled,
        ["error_emails_content_transfer_encoding_plain: body"] = Unlabelled,
        ["error_emails_content_transfer_encoding_plain: part 0 text"] = Unlabelled,
        ["error_emails_empty_in_reply_to: parts"] = Empty,
        ["error_emails_invalid_subject_characters: subject"] = Unlabelled,
        ["error_emails_missing_body: parts"] = Empty,
        ["error_emails_missing_body: to"] = "Ours: '<Undisclosed-Recipient:@mailman.enron.com;>' is an empty group in brackets: nobody",
        ["error_emails_must_supply_encoding: parts"] = Empty,
        ["mime_emails_raw_email4: body"] = "Ours: the second text is shown below the first and not left out",
        ["mime_emails_raw_email4: part 2 bytes"] = "Either: the last boundary has one '-' too few, so that what is behind it, '--…-', is a part with or without its last line break",
        ["plain_emails_mix_caps_content_type: from"] = "Ours: in 'Big Bug bb@bug.com' the address is the last word; Python has it with blanks",
        ["plain_emails_raw_email6: body"] = Unlabelled,
        ["plain_emails_raw_email6: part 0 text"] = Unlabelled,
        ["plain_emails_raw_email8: part 1 name"] = Garbled,
        ["plain_emails_raw_email_incorrect_header: subject"] = Junk,
        ["plain_emails_raw_email_incorrect_header: from"] = Junk,
        ["plain_emails_raw_email_incorrect_header: to"] = Junk,
        ["plain_emails_raw_email_incorrect_header: date"] = Junk,
        ["plain_emails_raw_email_incorrect_header: body"] = Junk,
        ["plain_emails_raw_email_incorrect_header: part 0 bytes"] = Junk,
        ["plain_emails_raw_email_incorrect_header: part 0 text"] = Junk,
        ["plain_emails_raw_email_multiple_from: from"] = "Ours: 'tim@x concierge@x' are two addresses with the comma forgotten; Python finds '@x'",
        ["plain_emails_raw_email_multiple_from: to"] = "Ours, as in From",
        ["plain_emails_raw_email_with_at_display_name: to"] = "Ours: 'Mikel@Lindsaar <raasdnil@gmail.com>' is one with an '@' in his name; Python has two",
        ["rfc2822_example10: from"] = "Ours: comments are no part of a name (RFC 5322 3.2.2); Python joins them to it",
        ["rfc2822_example10: to"] = "Ours, as in From",
        ["rfc2822_example13: subject"] = Junk,
        ["rfc2822_example13: from"] = "Ours: the comment in the domain is none of its letters, and the field stands above the junk",
        ["rfc2822_example13: to"] = "Neither: the junk stands within the field, and its address below it is lost to both",
        ["rfc2822_example13: body"] = Junk,
        ["rfc2822_example13: part 0 bytes"] = Junk,
        ["rfc2822_example13: part 0 text"] = Junk
    };
}
