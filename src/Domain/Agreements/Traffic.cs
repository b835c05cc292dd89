using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>Tickets of one kind that were asked for, or went from team to team.</summary>
public sealed record Traffic(ServiceId? Service, ClassId? Class, Channel Channel, TicketKind Kind, int Times)
{
    /// <summary>As a row has it.</summary>
    public static Traffic Of(long? service, long? @class, string channel, string kind, int times) =>
        new(service is { } s ? new(s) : null, @class is { } c ? new(c) : null, Enum.Parse<Channel>(channel), Enum.Parse<TicketKind>(kind), times);

    /// <summary>
    /// For how much of it something is promised that can be measured, and by which agreement: the nearest that takes it in. Where none does, one that names its service
    /// and not its class, channel or kind, or promises no time, stands there and covers nothing.
    /// </summary>
    /// <param name="rows">Of one service.</param>
    /// <param name="near">Agreements between the two, the nearest first.</param>
    public static (InForce? By, int Covered) Cover(IReadOnlyCollection<Traffic> rows, IReadOnlyCollection<InForce> near)
    {
        var held = rows.Select(row => (row.Times, By: near.FirstOrDefault(v => v.Terms.Promises(v.Kind) && v.Terms.Scope.Covers(row.Service, row.Class, row.Channel, row.Kind)))).Where(r => r.By is not null).ToList();
        return (held.Count > 0 ? held.MaxBy(h => h.Times).By : rows.Select(r => near.FirstOrDefault(v => v.Terms.Scope.Names(r.Service))).FirstOrDefault(v => v is not null), held.Sum(h => h.Times));
    }
}
