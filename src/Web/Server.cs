using System.Reflection;
using FirstContact.Agreements;
using FirstContact.Assignment;
using FirstContact.Calendars;
using FirstContact.Classifying;
using FirstContact.Clocks;
using FirstContact.Deskside;
using FirstContact.Exceptions;
using FirstContact.Fields;
using FirstContact.Gaps;
using FirstContact.Guides;
using FirstContact.Health;
using FirstContact.Import;
using FirstContact.Lists;
using FirstContact.Macros;
using FirstContact.Mail;
using FirstContact.Mailboxes;
using FirstContact.Majors;
using FirstContact.Measures;
using FirstContact.Notices;
using FirstContact.Occasions;
using FirstContact.Passes;
using FirstContact.Policies;
using FirstContact.Rules;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Standards;
using FirstContact.Switching;
using FirstContact.Targets;
using FirstContact.Tickets;
using FirstContact.Tools;
using FirstContact.Webhooks;
using FirstContact.Writing;

namespace FirstContact;

/// <summary>The desk as a web server: what runs in it and what it answers to, as a table of contents.</summary>
public static class Server
{
    public static string Version { get; } = typeof(Server).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private const long LargestRequest = 64L * 1024 * 1024;

    /// <summary>Brings the schema up to date and builds the server; the caller starts it.</summary>
    public static async Task<WebApplication> Build(Settings settings)
    {
        var database = Database.From(settings.Database);
        database.HomeZone = settings.TimeZone;
        await database.Migrate();

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("FirstContact", LogLevel.Information).AddFilter("FirstContact.Kit.SessionAuthentication", LogLevel.Warning)
            // That keys lie unsealed in our own database is decided.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings);
        builder.Services.AddDesk(database).AddSubscribers().AddTimetable().AddSenders().AddIntake();
        builder.Services.AddKit(settings.TimeZone);
        builder.Services.AddPeople().AddServices().AddCalendars().AddPolicies().AddFields().AddTickets().AddPasses().AddTicketPasses().AddWriting().AddLists().AddImport().AddWebhooks(settings.Webhooks).AddRules().AddMacros().AddAssignment().AddClassifying().AddMeasures().AddTools().AddExceptions().AddOccasions().AddGaps().AddGuides().AddSwitching().AddAgreements().AddDeskside().AddMajors().AddClocks().AddStandards().AddTargets().AddMail().AddMailboxes().AddSending(settings.Mail).AddNotices();
        builder.Services.AddOpenApi("v1", ApiDocument.Describe);

        var app = builder.Build();
        app.UseProxies(settings);
        app.UseGuard();
        app.UseExceptionHandler(failed => failed.Run(Failures.Answer));
        app.UseStatusCodePages(Failures.Answer);
        app.UseRequestLocalization();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        app.MapAssets();
        app.MapHealth();
        app.MapLive();
        app.MapApiDocument();

        var pages = app.MapPages();
        pages.MapPeoplePages();
        pages.MapProofPages();
        pages.MapReturnedPages();
        pages.MapSuggestPages();
        pages.MapTicketPages();
        pages.MapPassPages();
        pages.MapWritePages();
        pages.MapListPages();
        pages.MapPalettePages();
        pages.MapMacroRunPages();
        pages.MapSearchPages();
        pages.MapTimePages();
        pages.MapGapPages();
        pages.MapMeasurePages();
        var parts = pages.MapSettings();
        parts.MapServicePages();
        parts.MapCalendarPages();
        parts.MapAgreementSettings();
        pages.MapAgreementPages();
        parts.MapPolicyPages();
        parts.MapFieldPages();
        parts.MapImportPages();
        parts.MapWebhookPages();
        parts.MapSendingPages();
        parts.MapNoticeSettings();
        pages.MapNoticePages();
        app.MapUnsubscribing();
        parts.MapMailboxPages();
        parts.MapRulePages();
        parts.MapGuidePages();
        parts.MapAssignmentSettings();
        pages.MapAssignmentPages();
        parts.MapClassifyingSettings();
        pages.MapClassifyingPages();
        parts.MapMacroPages();
        parts.MapToolSettings();
        pages.MapToolPages();
        pages.MapSwitchingPages();
        parts.MapDesksideSettings();
        pages.MapDesksidePages();
        parts.MapExceptionSettings();
        pages.MapExceptionPages();
        pages.MapMajorPages();
        pages.MapClockPages();
        pages.MapStandardsPages();
        parts.MapStandardsSettings();
        pages.MapTargetPages();
        pages.MapOccasionPages();
        pages.MapCallPages();
        parts.MapCallSettings();
        parts.MapMeasureSettings();
        parts.MapMailPages();
        pages.MapPortalPages();
        pages.MapFilePages();
        pages.MapExportPages();
        pages.MapApiPage();

        var api = app.MapApi();
        api.MapPeopleApi();
        api.MapTicketApi();
        api.MapWritingApi();
        api.MapHandoverApi();
        api.MapListApi();
        api.MapSearchApi();
        api.MapNeedsApi();
        api.MapTimeApi();
        api.MapGapApi();
        api.MapGuideApi();
        api.MapServiceApi();
        api.MapCalendarApi();
        api.MapAgreementApi();
        api.MapPolicyApi();
        api.MapFieldApi();
        api.MapFileApi();
        api.MapImportApi();
        api.MapExportApi();
        api.MapWebhookApi();
        api.MapSendingApi();
        api.MapNoticesApi();
        api.MapMailboxApi();
        api.MapRuleApi();
        api.MapAssignmentApi();
        api.MapClassifyingApi();
        api.MapMacroApi();
        api.MapToolApi();
        api.MapSwitchingApi();
        api.MapDesksideApi();
        api.MapExceptionApi();
        api.MapMajorApi();
        api.MapClockApi();
        api.MapStandardsApi();
        api.MapTargetApi();
        api.MapOccasionApi();
        api.MapCallApi();
        api.MapMeasureApi();
        api.MapMailApi();
        return app;
    }
}
