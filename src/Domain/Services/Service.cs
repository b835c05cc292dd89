namespace FirstContact.Services;

/// <summary>Something the organisation relies on and asks about: label printing, mail, laptops.</summary>
public sealed record Service : IAggregate<Service>
{
    public const int LongestName = 80, LongestDescription = 2000;

    public static string Subject => "service";

    public ServiceId Id { get; init; }
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Who works on its tickets unless somebody says otherwise; nobody in particular leaves them with First Contact.</summary>
    public Named<TeamId>? Team { get; init; }

    /// <summary>The primary user who answers for it on the business side.</summary>
    public Named<PersonId>? Owner { get; init; }

    public bool Active { get; init; }

    public long Key => Id.Value;

    public static Decision Add(ServiceDetails details) =>
        details.Wrong is { } no ? no : new ServiceAdded(details.Trimmed);

    public Decision Change(ServiceDetails details)
    {
        if (details.Wrong is { } no) return no;
        return details.Trimmed is var to && to == Details ? Decision.Nothing : new ServiceChanged(Details, to);
    }

    public Decision Retire() => Active ? new ServiceRetired() : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new ServiceRestored();

    public ServiceDetails Details => new(Name, Description, Team, Owner);

    public Service Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Service Changed(Event happened) => happened switch
    {
        ServiceAdded e => With(e.Details) with { Active = true },
        ServiceChanged e => With(e.To),
        ServiceRetired => this with { Active = false },
        ServiceRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A service knows nothing of {happened.GetType().Name}."),
    };

    private Service With(ServiceDetails d) => this with { Name = d.Name, Description = d.Description, Team = d.Team, Owner = d.Owner };
}

/// <summary>What an administrator says about a service.</summary>
public sealed record ServiceDetails(string Name, string Description, Named<TeamId>? Team, Named<PersonId>? Owner)
{
    internal Error? Wrong => Error.Of(
        Name.IsBlank ? ServiceErrors.NameMissing : Name.IsLongerThan(Service.LongestName) ? ServiceErrors.NameTooLong : null,
        Description.IsLongerThan(Service.LongestDescription) ? ServiceErrors.DescriptionTooLong : null);

    internal ServiceDetails Trimmed => this with { Name = Name.Trim(), Description = Description.Trim() };
}
