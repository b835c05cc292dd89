using System.Globalization;
using FirstContact.Notices;

namespace FirstContact.Agreements;

/// <summary>One agreement: what lies on the table, what holds, and what each side can do next.</summary>
internal static class AgreementPages
{
    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{AgreementsPages.List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agreements/{id:long}", (long id, WebCall call, Desk desk, Times times, Frame frame) => Screen(id, call, desk, times, frame));
        pages.MapPost("/agreements/{id:long}/putting", (long id, WebCall call, Desk desk, Times times, Frame frame) => Run(new PutDraft(new(id)), id, "put", Form.Empty, call, desk, times, frame));
        pages.MapPost("/agreements/{id:long}/start", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) =>
            Run(new SetAgreementStart(new(id), form.Day("from"), form.Ticked("forOpen"), times.Zone.Id), id, "start", form, call, desk, times, frame));
        pages.MapPost("/agreements/{id:long}/signatures", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) =>
            Run(new SignDraft(new(id), form.Word<Side>("side") ?? Side.Provider, form.Number("draft") ?? 0, form["onBehalf"], times.Zone.Id), id, "sign", form, call, desk, times, frame));
        pages.MapPost("/agreements/{id:long}/comments", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) =>
            Run(new CommentOnAgreement(new(id), null, form["words"]), id, "comment", form, call, desk, times, frame));
    }

    private static async Task<IResult> Run(Command<Agreement> command, long id, string part, Form form, WebCall call, Desk desk, Times times, Frame frame)
    {
        if ((await desk.Do(command, call.Call with { Key = form["once"] ?? call.Call.Key })).Error is not { } no) return new SeeOther(At(id));
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, times, frame, m => m with { Part = part, Typed = form, Error = no }, no);
    }

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Times times, Frame frame, Func<AgreementModel, AgreementModel>? with = null, Error? refused = null)
    {
        frame.At = AgreementsPages.List;
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        // Opening it is reading what was new on it.
        if ((await desk.Ask(new CountNews(), call.Caller)).Value?.Has(view.Agreement.Id) == true) await desk.Do(new SeeNews(Agreement: view.Agreement.Id), new(call.Caller, "page"));
        var model = new AgreementModel(view, Wants.Of(call.Caller, view.Agreement, times), call.Caller.Person)
        {
            Attainment = view.Agreement.Last is null ? null : (await desk.Ask(new Clocks.ShowAttainment(new(id), times.Zone.Id), call.Caller)).Value,
        };
        return call.Shown<AgreementPage, MyAgreementPage, AgreementModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }
}
