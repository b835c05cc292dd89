namespace FirstContact.Kit;

/// <summary>A button without fields: it works and one sees the page again, or a page says why not.</summary>
public static class Pressing
{
    public static async Task<IResult> Press<T>(this Desk desk, ICommand<T> command, WebCall call, string then) =>
        (await desk.Do(command, call.Call)).Error is { } no ? no.Page() : new SeeOther(then);
}
