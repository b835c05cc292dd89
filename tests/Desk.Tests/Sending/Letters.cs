using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>Letters to begin with.</summary>
internal static class Letters
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 7, 5, 9);

    public static Letter Plain(string subject = "Printer", string text = "Hello,\n\nit prints again.\n") =>
        new(new("Service desk", "desk@example.com"), [new("Ada Example", "ada@example.org")], subject, Monday, "7.abc@desk.example.com", text);

    public static Message Read(Letter letter) => Message.Read(LetterWriter.Bytes(letter));
}
