using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Mail;

namespace FirstContact.Sending;

/// <summary>What a letter says of a step of an agreement.</summary>
internal static class AgreementLetter
{
    /// <summary>Fills in what it says.</summary>
    /// <returns>Why there is nothing to say; null when there is.</returns>
    public static async Task<string?> Fill(Reader read, JournalReader journal, DueLetter due, string address, Dictionary<string, string> values)
    {
        if (await journal.At(read, due.Entry!.Value) is not { } entry || await AgreementStore.One(read, new(entry.Key)) is not { } agreement) return "What it tells of is gone.";
        if (agreement.Parties.SideOf(due.Person) is null) return "This person does not speak for the agreement any more.";
        var actor = entry.Actor == PersonId.Desk ? values["organisation"] : await read.One("select name from person where id = @id", r => r.GetString(0), ("@id", entry.Actor)) ?? "";
        values["title"] = agreement.Title;
        values["agent"] = actor;
        values["message"] = $"{actor} {DeskModule.Catalogue.Sentence(entry.Event)}";
        values["link"] = string.Create(CultureInfo.InvariantCulture, $"{address}/agreements/{agreement.Key}");
        return null;
    }
}
