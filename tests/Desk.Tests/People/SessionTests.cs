using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirstContact.People;

public sealed class SessionTests
{
    private const string AWord = "soap lamp river", AnotherWord = "aubergine-in-march";
    private static readonly Call Me = Node.With();
    private static readonly Call Desk = new(Caller.Desk, "test");
    private static readonly Call Manager = new(new(TestDatabase.Helen, "Helen Marsh", new HashSet<string> { "people.manage", "teams.manage", "token.create" }, new HashSet<long>()), "test");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_secret_finds_its_person_roles_and_teams_until_it_ends(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new GrantRoles(TestDatabase.Ada, [Role.Agent]), Manager);
        await node.Done(new JoinTeam(TeamId.FirstContact, "1"), Manager);
        var session = await node.Done(new StartSession("Firefox on Linux"), Me);
        Assert.DoesNotContain(session.Secret.Value, session.ToString(), StringComparison.Ordinal);

        var known = await Known(node, session);
        Assert.Equal((TestDatabase.Ada, session.Id, SessionKind.Browser), (known!.Caller.Person, known.Session, known.Kind));
        Assert.Equal([1L], known.Caller.Teams);
        Assert.True(known.Caller.May(PeoplePermissions.See));
        Assert.False(known.Caller.May(PeoplePermissions.Manage));
        Assert.Equal("Firefox on Linux", Assert.Single(await node.Asked(new ListSessions(TestDatabase.Ada))).Name);

        await node.Done(new GrantRoles(TestDatabase.Ada, [Role.Administrator]), Manager);
        await node.Done(new LeaveTeam(TeamId.FirstContact, "1"), Manager);
        known = await Known(node, session);
        Assert.True(known!.Caller.May(PeoplePermissions.Manage));
        Assert.Empty(known.Caller.Teams);

        await node.Done(new EndSession(session.Id), Me);
        Assert.Null(await Known(node, session));
        Assert.Equal([PeopleErrors.SessionNotFound], await node.Refused(new EndSession(session.Id), Me));
        Assert.Null(await node.Get<FindCaller>().BySecret(""));
        Assert.Null(await node.Get<FindCaller>().BySecret("guess"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_leaves_is_out_at_once_and_for_good(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var session = await node.Done(new StartSession("Firefox"), Me);
        var token = await node.Done(new CreateToken("1", "Monitoring"), Desk);
        Assert.NotNull(await Known(node, session));
        Assert.NotNull(await Known(node, token));
        await node.Done(new DeactivatePerson(TestDatabase.Ada), Manager);
        Assert.Null(await Known(node, session));
        Assert.Null(await Known(node, token));
        await node.Done(new ReactivatePerson(TestDatabase.Ada), Manager);
        Assert.Null(await Known(node, session));
        Assert.Null(await Known(node, token));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_browser_expires_unless_it_is_seen(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var session = await node.Done(new StartSession("Firefox"), Me);
        var token = await node.Done(new CreateToken("1", "Monitoring"), Desk);
        var now = SystemClock.Instance.GetCurrentInstant();

        Assert.NotNull(await Later(13).BySecret(session.Secret.Value));
        await Patience.Until(async () => (await node.Asked(new ListSessions(TestDatabase.Ada))).Single(s => s.Kind == SessionKind.Browser).SeenAt > now + Duration.FromDays(12));
        Assert.NotNull(await Later(26).BySecret(session.Secret.Value));
        Assert.Null(await Later(60).BySecret(session.Secret.Value));
        Assert.NotNull(await Later(60).BySecret(token.Secret.Value));

        FindCaller Later(int days) => new(node.Database, DeskModule.RoleBook, new Bell(), new Fixed(now + Duration.FromDays(days)), NullLogger<FindCaller>.Instance);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_token_may_no_more_than_its_scopes_and_its_person(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new GrantRoles(TestDatabase.Ada, [Role.Agent]), Manager);
        var token = await node.Done(new CreateToken("ada.byron@harrow.example", "Monitoring", ["people.see", "people.manage", "token.create"]), Manager);
        Assert.StartsWith("fct_", token.Secret.Value, StringComparison.Ordinal);
        Assert.Equal(["people.see"], (await Known(node, token))!.Caller.Permissions);

        await node.Done(new RevokeToken(token.Id), Me);
        Assert.Null(await Known(node, token));
        Assert.Equal([PeopleErrors.SessionNotFound], await node.Refused(new RevokeToken(token.Id), Me));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_done_with_tokens_and_sessions(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var me = Node.With(PeoplePermissions.CreateToken);
        Assert.Equal([Errors.Forbidden], await node.Refused(new CreateToken("1", "Monitoring"), Me));
        Assert.Equal([Errors.Forbidden], await node.Refused(new CreateToken("2", "Monitoring"), me));
        Assert.Equal([PeopleErrors.PersonUnknown], await node.Refused(new CreateToken("nobody@harrow.example", "Monitoring"), me));
        Assert.Equal([PeopleErrors.ScopeUnknown], await node.Refused(new CreateToken("1", "Monitoring", ["everything"]), me));
        Assert.Equal([PeopleErrors.TokenNameMissing], await node.Refused(new CreateToken("1", " "), me));
        var once = me with { Key = "once" };
        await node.Done(new CreateToken("1", "Monitoring"), once);
        Assert.Equal([PeopleErrors.SecretToldOnce], await node.Refused(new CreateToken("1", "Monitoring"), once));

        var helens = await node.Done(new StartSession("Safari"), Manager);
        Assert.Equal([PeopleErrors.SessionNotFound], await node.Refused(new EndSession(helens.Id), Me));
        Assert.Equal([PeopleErrors.SessionNotFound], await node.Refused(new RevokeToken(helens.Id), Manager));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListSessions(TestDatabase.Helen), Me.Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_new_password_signs_the_other_browsers_out(string engine)
    {
        await using var node = await Node.Fresh(engine);
        using var scope = node.Get<IServiceScopeFactory>().CreateScope();
        var passwords = scope.ServiceProvider.GetRequiredService<Passwords>();
        Assert.Equal(PeopleErrors.PasswordTooShort, passwords.Hash("short", "Ada", "ada@x").Error);
        var (first, second) = (await node.Done(new StartSession("Firefox"), Me), await node.Done(new StartSession("Safari"), Me));
        var token = await node.Done(new CreateToken("1", "Monitoring"), Desk);

        await node.Done(new ChangeOwnPassword(passwords.Hash(AWord, "Ada Byron", "ada@x").Value, first.Id), Me);
        Assert.NotNull(await Known(node, first));
        Assert.Null(await Known(node, second));
        var third = await node.Done(new StartSession("Edge"), Me);
        await node.Done(new EndOtherSessions(first.Id), Me);
        Assert.Null(await Known(node, third));
        Assert.NotNull(await Known(node, first));

        await node.Done(new SetPassword(TestDatabase.Ada, passwords.Hash(AnotherWord, "Ada Byron", "ada@x").Value), Manager);
        Assert.Null(await Known(node, first));
        Assert.NotNull(await Known(node, token));
        Assert.True((await node.Asked(new ShowPerson(TestDatabase.Ada))).HasPassword);
        Assert.True(await Checks(node, AnotherWord));
        Assert.False(await Checks(node, AWord));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Five_wrong_passwords_lock_and_a_new_one_unlocks(string engine)
    {
        await using var node = await Node.Fresh(engine);
        using var scope = node.Get<IServiceScopeFactory>().CreateScope();
        var passwords = scope.ServiceProvider.GetRequiredService<Passwords>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await node.Done(new SetPassword(TestDatabase.Ada, passwords.Hash(AWord, "", "").Value), Manager);

        for (var i = 1; i <= 5; i++)
        {
            var account = await users.FindByEmailAsync("ADA.BYRON@HARROW.EXAMPLE");
            Assert.False(await users.IsLockedOutAsync(account!));
            Assert.True((await users.AccessFailedAsync(account!)).Succeeded);
        }
        Assert.True(await users.IsLockedOutAsync((await users.FindByEmailAsync("ada.byron@harrow.example"))!));

        await node.Done(new SetPassword(TestDatabase.Ada, passwords.Hash(AWord, "", "").Value), Manager);
        Assert.False(await users.IsLockedOutAsync((await users.FindByIdAsync("1"))!));
        Assert.Null(await users.FindByEmailAsync("desk@firstcontact.invalid"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_first_administrator_is_made_once(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var hash = new PasswordHash("x");
        Assert.Equal([PeopleErrors.EmailTaken], await node.Refused(new SetUp("Grace", TestDatabase.HelensAddress, hash), Desk));
        var grace = await node.Done(new SetUp("Grace Hall", "grace.hall@harrow.example", hash), Desk);
        Assert.Equal([Role.Customer, Role.Agent, Role.Administrator], grace.Roles);
        Assert.True((await node.Asked(new ShowPerson(grace.Id), Desk)).HasPassword);
        Assert.Equal([PeopleErrors.AlreadySetUp], await node.Refused(new SetUp("Eve", "eve@harrow.example", hash), Desk));
    }

    private static ValueTask<KnownCaller?> Known(Node node, NewSession session) => node.Get<FindCaller>().BySecret(session.Secret.Value);

    private static async Task<bool> Checks(Node node, string password)
    {
        using var scope = node.Get<IServiceScopeFactory>().CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await users.CheckPasswordAsync((await users.FindByIdAsync("1"))!, password);
    }

    private sealed class Fixed(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
