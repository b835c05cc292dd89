using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FirstContact.Agreements;

/// <summary>The slice at the door: agreements for both sides, suppliers in the settings, and what needs whom.</summary>
public static class AgreementsWeb
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(14, SupplierPages.List, "building", "Suppliers", "Companies outside that tickets wait for.", AgreementPermissions.SeeAll))
        .AddSingleton(new OtherNeeds(Agreement.Subject, AgreementNeeds.Of))
        .AddSingleton(new AlsoFound("Agreements", 40, Found))
        .AddScoped(provider => new NavCounts((desk, caller) => Counts(desk, caller, provider.GetRequiredService<Times>())))
        .AddScoped(provider => new PortalItems((desk, caller) => InPortal(desk, caller, provider.GetRequiredService<Times>(), provider.GetRequiredService<IStringLocalizer>())))
        .AddSingleton(new LiveTopic(Supplier.Subject, (_, caller, _) => Task.FromResult(caller.May(AgreementPermissions.SeeAll))))
        .AddSingleton(new LiveTopic(Agreement.Subject, async (desk, caller, key) => key is { } id ? (await desk.Ask(new ShowAgreement(new(id)), caller)).Error is null : caller.May(AgreementPermissions.See)));

    public static void MapAgreementPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization();
        AgreementsPages.Map(pages);
        AgreementPages.Map(pages);
        ClausePages.Map(pages);
        DraftPages.Map(pages);
        RedlinePages.Map(pages);
        CoveragePages.Map(pages);
    }

    public static void MapAgreementSettings(this IEndpointRouteBuilder settings) => SupplierPages.Map(settings);

    public static void MapAgreementApi(this IEndpointRouteBuilder api)
    {
        var agreements = api.MapGroup("").WithTags("Agreements");
        AgreementApi.Map(agreements);
        SupplierApi.Map(agreements);
        CoveragePages.MapApi(agreements);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Counts(Desk desk, Caller caller, Times times) =>
        (await AgreementNeeds.Waiting(desk, caller, times)).Count is > 0 and var waiting ? new Dictionary<string, string> { [AgreementsPages.List] = waiting.ToString(CultureInfo.InvariantCulture) } : new Dictionary<string, string>();

    /// <summary>A customer who speaks for nobody has no agreements to look at.</summary>
    private static async Task<IReadOnlyList<NavItem>> InPortal(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        (await desk.Ask(new ListAgreements(Ended: true), caller)).Value is { Count: > 0 } && (await AgreementNeeds.Waiting(desk, caller, times)).Count is var waiting
            ? [new(AgreementsPages.List, "writing-sign", words["Agreements"], waiting == 0 ? null : waiting.ToString(CultureInfo.InvariantCulture))] : [];

    private static async Task<IEnumerable<Found>> Found(Desk desk, Caller caller, string typed, Times times, IStringLocalizer words) =>
        from a in (await desk.Ask(new ListAgreements(), caller)).Value ?? []
        where AlsoFound.Has(typed, a.Title, words.Side(a, Side.Provider), words.Side(a, Side.Receiver), words["Agreements"])
        select new Found(AgreementPages.At(a.Key), "writing-sign", a.Title, words.Kind(a.Kind), words.Stage(a.Stage(times.Now)));
}
