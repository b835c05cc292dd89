namespace FirstContact.Standards;

/// <summary>What one thinks of the standards, for one's unit.</summary>
public sealed record CommentOnStandards(Kept? Kept, string? Words) : Command<StandardsComment>
{
    public override Permission Needs => StandardPermissions.Comment;

    protected override Store<StandardsComment> StoreOf(Work work) => work.StandardsComments;

    public override async Task<Result<StandardsComment>> Do(Work work)
    {
        if ((await work.Read.Standards()).Words.Open == Openness.Hidden) return StandardErrors.NotFound;
        var unit = await work.Read.One("select u.name from person p join unit u on u.id = p.unit where p.id = @id", r => r.GetString(0), ("@id", work.By.Person)) ?? "";
        return await work.StandardsComments.Create(StandardsComment.Say(unit, Kept, Words));
    }
}
