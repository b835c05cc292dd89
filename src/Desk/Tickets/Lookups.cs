using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>
/// Turns what people name (an address, a name, an id) into what the desk knows, or the error at its field. Blank is null. What is retired
/// can no longer be chosen, but old tickets are still looked for by it.
/// </summary>
internal static class Lookups
{
    extension(Reader read)
    {
        public async Task<Result<Named<CategoryId>?>> FindCategory(string? name, bool retired = false)
        {
            if (name.IsBlank) return new((Named<CategoryId>?)null, null);
            var found = (await read.Categories()).FirstOrDefault(c => (c.Active || retired) && Is(c.Name, c.Id.Value, name!));
            return found is null ? TicketErrors.CategoryUnknown : new Result<Named<CategoryId>?>(new Named<CategoryId>(found.Id, found.Name), null);
        }

        public async Task<Result<ServiceRow?>> FindService(string? name, bool retired = false)
        {
            if (name.IsBlank) return new((ServiceRow?)null, null);
            var found = (await read.Services()).FirstOrDefault(s => (s.Active || retired) && Is(s.Name, s.Id.Value, name!));
            return found is null ? TicketErrors.ServiceUnknown : found;
        }

        public async Task<Result<Named<ClassId>?>> FindClass(string? name, bool retired = false)
        {
            if (name.IsBlank) return new((Named<ClassId>?)null, null);
            var found = (await read.Classes()).FirstOrDefault(c => (c.Active || retired) && Is(c.Details.Name, c.Id.Value, name!));
            return found is null ? TicketErrors.ClassUnknown : new Result<Named<ClassId>?>(new Named<ClassId>(found.Id, found.Details.Name), null);
        }

        public async Task<Result<Named<TeamId>?>> FindTeam(string? name, bool retired = false)
        {
            if (name.IsBlank) return new((Named<TeamId>?)null, null);
            var teams = await read.Teams();
            return (teams.Named(name) ?? (retired ? teams.FirstOrDefault(t => Is(t.Name, t.Id.Value, name!)) : null)) is { } team ? new Result<Named<TeamId>?>(team.Named, null) : TicketErrors.TeamUnknown;
        }
    }

    // 'Ad hoc', 'adHoc' and 'ad-hoc' are one.
    private static bool Is(string name, long id, string asked) =>
        string.Equals(Plain(name), Plain(asked), StringComparison.OrdinalIgnoreCase) || (long.TryParse(asked, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == id);

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
