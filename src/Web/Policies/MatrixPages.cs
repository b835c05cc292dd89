namespace FirstContact.Policies;

/// <param name="Ranks">Nine as they are, or as they were typed.</param>
public sealed record MatrixModel(PriorityMatrix Matrix, Seq<int> Ranks, Error? Error = null);

internal static class MatrixPages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/priorities", async (WebCall call, Desk desk) => await Screen(desk, call, null));
        settings.MapPost("/priorities", async (Form form, WebCall call, Desk desk) =>
        {
            Seq<int> ranks = [.. Enumerable.Range(0, PriorityMatrix.Size).Select(i => form.Number(Field(i)) ?? 0)];
            var result = await desk.Do(new ChangePriorityMatrix(ranks), call.Of(form));
            return result.Error is { } no ? await Screen(desk, call, ranks, no) : new SeeOther("/settings/priorities");
        });
    }

    /// <summary>The name of a cell: <c>rank-high-low</c> is high impact, low urgency.</summary>
    public static string Field(int cell) => $"rank-{(Level)(cell / 3)}-{(Level)(cell % 3)}".ToLowerInvariant();

    private static async Task<IResult> Screen(Desk desk, WebCall call, Seq<int>? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        var matrix = (await desk.Ask(new ShowPriorityMatrix(), call.Caller)).Value!;
        return Show.Page<MatrixPage, MatrixModel>(new(matrix, typed ?? matrix.Ranks, no), no?.Status() ?? 200);
    }
}
