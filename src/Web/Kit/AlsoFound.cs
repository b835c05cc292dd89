using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>One line of the palette: where it leads, and what tells it from others.</summary>
/// <param name="Beside">Small, behind its name.</param>
/// <param name="Note">At the end of the line; blank for none.</param>
public sealed record Found(string Address, string Icon, string Name, string Beside, string Note);

/// <summary>What a room lets the palette find besides tickets, views, people and settings.</summary>
/// <param name="Title">Of its group in the list.</param>
/// <param name="Order">Lowest first.</param>
/// <param name="Of">Those that what was typed names, the best first; at least two characters of it.</param>
public sealed record AlsoFound(string Title, int Order, Func<Desk, Caller, string, Times, IStringLocalizer, Task<IEnumerable<Found>>> Of)
{
    /// <summary>Whether one of these has in it what was typed.</summary>
    public static bool Has(string typed, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (name.Contains(typed, StringComparison.CurrentCultureIgnoreCase)) return true;
        return false;
    }
}
