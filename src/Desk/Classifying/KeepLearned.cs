namespace FirstContact.Classifying;

/// <summary>Puts what was learned in the place of what was learned before, for all nodes.</summary>
/// <param name="Bytes">Null when there was too little to learn from.</param>
public sealed record KeepLearned(Learning What, int Examples, Duration Took, Report? Report, ReadOnlyMemory<byte>? Bytes) : Command<Suggesting>
{
    public override Permission Needs => ClassifyingPermissions.Manage;

    protected override Store<Suggesting> StoreOf(Work work) => work.Suggesting;

    public override async Task<Result<Suggesting>> Do(Work work)
    {
        var kept = await work.Suggesting.Change(_ => Suggesting.Learn(What, Examples, Took, Report));
        if (kept.Error is null && Bytes is { } bytes)
            work.Write(new Statement("insert into classifier (what, version, bytes) values (@what, @version, @bytes) on conflict (what) do update set version = excluded.version, bytes = excluded.bytes",
                ("@what", What), ("@version", kept.Value!.Version), ("@bytes", bytes.ToArray())));
        return kept;
    }
}
