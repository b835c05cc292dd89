using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

public static class KitModule
{
    /// <summary>Beside the hidden field of a form it proves that the form is ours.</summary>
    internal const string FormCookie = "fc_form";

    public static void AddKit(this IServiceCollection services, DateTimeZone zone)
    {
        services.AddAntiforgery(o =>
        {
            o.FormFieldName = "_form";
            o.Cookie.Name = FormCookie;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
        services.AddSingleton(zone);
        services.AddSingleton<IStringLocalizer, Words>();
        services.AddScoped<Frame>();
        services.AddScoped<FrameFiller>();
        services.AddScoped<Drawing>();
        services.AddScoped<Times>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Teach(json.SerializerOptions));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // Form tokens are masked anew in each answer, so their length tells nothing (BREACH).
            o.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/csv"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<RequestLocalizationOptions>(o =>
        {
            var cultures = Words.Cultures.Select(c => CultureInfo.GetCultureInfo(c == "en" ? "en-GB" : c)).ToList();
            (o.SupportedCultures, o.SupportedUICultures) = (cultures, cultures);
            o.DefaultRequestCulture = new(cultures[0]);
        });
    }
}
