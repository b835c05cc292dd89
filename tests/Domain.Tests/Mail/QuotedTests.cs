namespace FirstContact.Mail;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("It works.\n\nOn Mon, 1 Jun 2026 at 10:00, Helen <h@example.com> wrote:\n> Does it?\n", "It works.")]
    [InlineData("It works.\n\nOn Mon, 1 Jun 2026 at 10:00,\nHelen <h@example.com>\nwrote:\n\n> Does it?", "It works.")]
    [InlineData("Läuft.\n\nAm 01.06.26 um 10:00 schrieb Helen:\n> Und?\n> Nun?", "Läuft.")]
    [InlineData("Ça marche.\n\nLe lun. 1 juin 2026 à 10:00, Helen <h@example.com> a écrit :\n> Alors ?", "Ça marche.")]
    [InlineData("It works.\n\n-----Original Message-----\nFrom: Helen\nSent: Monday\nSubject: x\n\nDoes it?", "It works.")]
    [InlineData("Läuft.\n\nVon: Helen <h@example.com>\nGesendet: Montag\nAn: Desk\nBetreff: AW: x\n\nUnd?", "Läuft.")]
    [InlineData("It works.\n________________________________\nFrom: Helen\nSent: Monday\nTo: Desk\nSubject: x\n\nDoes it?", "It works.")]
    [InlineData("It works.\n-- \nHelen Marsh\nRoom 7", "It works.")]
    [InlineData("It works.\n\nSent from my iPhone\n\n> On 1 Jun 2026, at 10:00, Desk <d@example.com> wrote:\n> Does it?", "It works.")]
    [InlineData("> Is it on?\nYes.\n> Does it print?\nNo.", "Yes.|No.")]
    [InlineData("Name: Helen\nPhone: 7\nFrom: Berlin\nTo: Paris", "Name: Helen\nPhone: 7\nFrom: Berlin\nTo: Paris")]
    [InlineData("My list:\n- one\n- two", "My list:\n- one\n- two")]
    [InlineData("Error:\n> cannot open", "Error:")]
    public void What_was_said_is_told_from_history_and_signature(string text, string said)
    {
        var stretches = Quoted.In(text);
        Assert.Equal(said, string.Join('|', stretches.Where(s => s.Kind == StretchKind.Said).Select(s => text.Substring(s.From, s.Length).Trim())));
        Assert.Equal(text, string.Concat(stretches.Select(s => text.Substring(s.From, s.Length))));
    }

    [Fact]
    public void What_is_only_quoted_is_what_was_said() => Assert.Equal([new(StretchKind.Said, 0, 12)], Quoted.In("> a\n> b\n> c\n"));

    [Fact]
    public void A_signature_before_the_history_is_one()
    {
        const string Text = "Yes.\n-- \nHelen\n\nOn 1 Jun 2026 Desk wrote:\n> Really?";
        Assert.Equal([StretchKind.Said, StretchKind.Signature, StretchKind.Quote], Quoted.In(Text).Select(s => s.Kind));
    }

    [Theory]
    [InlineData("Fwd: x", true)]
    [InlineData("FW: x", true)]
    [InlineData("Re: WG: x", true)]
    [InlineData("Re: x", false)]
    [InlineData("Forward planning", false)]
    public void A_forward_is_known_by_its_subject(string subject, bool isForward) => Assert.Equal(isForward, Quoted.IsForward(subject));
}
