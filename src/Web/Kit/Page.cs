using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>A page is a part with one typed model; it draws that and asks nothing itself. This one stands in the agents' shell.</summary>
[Layout(typeof(Shell))]
public abstract class Page<TModel> : Part
{
    [Parameter, EditorRequired] public required TModel Model { get; set; }

    /// <summary>The words of the page: the English sentence is the key.</summary>
    [Inject] protected IStringLocalizer L { get; set; } = null!;

    /// <summary>Who is signed in, and what the shell around the page shows.</summary>
    [Inject] protected Frame Frame { get; set; } = null!;

    [Inject] protected Times Times { get; set; } = null!;
}

/// <summary>A page for the people who are served.</summary>
[Layout(typeof(PortalShell))]
public abstract class PortalPage<TModel> : Page<TModel>;

/// <summary>A page in front of the desk: signing in, setting up, an error.</summary>
[Layout(typeof(DoorShell))]
public abstract class DoorPage<TModel> : Page<TModel>;

/// <summary>Answers with a page.</summary>
public static class Show
{
    public static IResult Page<TPage, TModel>(TModel model, int status = 200) where TPage : Page<TModel> where TModel : notnull => new Shown(typeof(TPage), model, status, PartPlan.Of(typeof(TPage)).Shell);

    private sealed class Shown(Type page, object model, int status, Type? shell) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            if (shell == typeof(Shell)) await http.RequestServices.GetRequiredService<FrameFiller>().Count();
            else if (shell == typeof(PortalShell)) await http.RequestServices.GetRequiredService<FrameFiller>().Portal();
            var html = http.RequestServices.GetRequiredService<Drawing>().Page(page, model);
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html; charset=utf-8";
            html.WriteTo(http.Response.BodyWriter);
            html.Leave();
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }
}
