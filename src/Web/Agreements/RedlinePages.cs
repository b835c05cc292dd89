using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Agreements;

/// <summary>What is different between two versions, or a version and the draft, clause by clause.</summary>
internal static class RedlinePages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/agreements/{id:long}/redline", async (long id, string? from, string? to, WebCall call, Desk desk, Frame frame, IStringLocalizer words) =>
    {
        frame.At = AgreementsPages.List;
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        return Of(view.Agreement, from, to, words).Is(out var redline, out var missing) ? call.Shown<RedlinePage, MyRedlinePage, RedlineModel>(redline) : missing.Page();
    });

    /// <param name="from">1, 2, draft or habits; the one before the last when nothing is said.</param>
    internal static Result<RedlineModel> Of(Agreement agreement, string? from, string? to, IStringLocalizer words)
    {
        List<RedlineSide> all =
        [
            .. agreement.Habits is { } habits ? [new RedlineSide("habits", words["as it is today"], habits)] : (IEnumerable<RedlineSide>)[],
            .. agreement.Versions.Select(v => new RedlineSide(v.No.ToString(CultureInfo.InvariantCulture), words["version {0}", v.No], v.Terms)),
            .. agreement.Table is { } table ? [new RedlineSide("draft", words["draft {0}", table.No], table.Terms)] : (IEnumerable<RedlineSide>)[],
        ];
        return all.Count > 0 && Find(all, from, all[^Math.Min(2, all.Count)]) is { } older && Find(all, to, all[^1]) is { } newer ? new RedlineModel(agreement, older, newer, all) : NoSuchVersion;
    }

    private static RedlineSide? Find(List<RedlineSide> all, string? key, RedlineSide usual) => key.IsBlank ? usual : all.FirstOrDefault(s => s.Key == key);

    private static readonly Error NoSuchVersion = new(ErrorKind.Missing, "agreement.no-such-version", "There is no such version of this agreement.");
}
