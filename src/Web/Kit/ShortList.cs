using System.Globalization;

namespace FirstContact.Kit;

/// <summary>A list so short that it is kept in memory whole, handed out by pages like any other. The cursor is the id of the last item.</summary>
public static class ShortList
{
    private const int Usual = 50, Most = 200;
    private static readonly Error LimitInvalid = new(ErrorKind.Invalid, "list.limit-invalid", $"Ask for 1 to {Most} items.", "limit");
    private static readonly Error CursorUnknown = new(ErrorKind.Invalid, "list.cursor-unknown", "The list does not go on from here. Begin again without this cursor.", "after");

    public static IResult Listed<TRow, TBody>(this HttpContext http, IReadOnlyList<TRow> all, Func<TRow, IId> id, Func<TRow, TBody> body)
    {
        var query = http.Request.Query;
        var (limit, after, start) = (Usual, query["after"].ToString(), 0);
        if (query.ContainsKey("limit") && !(int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most)) return LimitInvalid.Problem();
        if (after.Length > 0 && (start = Number(after) is { } last ? all.TakeWhile(r => id(r).Value != last).Count() + 1 : all.Count + 1) > all.Count) return CursorUnknown.Problem();

        var items = all.Skip(start).Take(limit).ToList();
        var next = start + limit < all.Count ? id(items[^1]).Value.ToString(CultureInfo.InvariantCulture) : null;
        return http.Listed<TBody>([.. items.Select(body)], next, query["count"] == "true" ? all.Count : null);
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
