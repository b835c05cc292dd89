using Microsoft.AspNetCore.DataProtection;

namespace FirstContact.Data;

/// <summary>What one node seals the others open, now and after a restart: the keys lie in the database.</summary>
public sealed class ProtectionTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Nodes_that_start_at_once_have_the_same_first_key(string engine)
    {
        var connection = await TestDatabase.Fresh(engine);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Node.Start(connection))));
        var seals = nodes.Select(n => n.Get<IDataProtectionProvider>().CreateProtector("test")).ToList();
        var sealed_ = await Task.WhenAll(seals.Select((seal, i) => Task.Run(() => seal.Protect($"said by {i}"))));
        foreach (var seal in seals) Assert.Equal(sealed_.Select((_, i) => $"said by {i}"), sealed_.Select(seal.Unprotect));
        await using (var read = await nodes[0].Database.Read()) Assert.Equal(1, await read.One("select count(*) from protection_key", r => r.GetInt64(0)));
        foreach (var node in nodes) await node.DisposeAsync();

        await using var later = await Node.Start(connection);
        Assert.Equal("said by 0", later.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealed_[0]));
    }
}
