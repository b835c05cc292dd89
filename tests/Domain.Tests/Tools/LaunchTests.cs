using FirstContact.Tickets;

namespace FirstContact.Tools;

public sealed class LaunchTests
{
    private static readonly LaunchSchemes Usual = LaunchSchemes.Usual;
    private static readonly Story<LaunchSchemes> Allowed = new(Usual);

    [Theory]
    [InlineData("rdp://{device}"), InlineData("RDP://full%20address=s:{device}"), InlineData("ms-quick-assist:"), InlineData("https://console.example/{device}?for={ticket}&who={customer}"), InlineData("http://{device}:8080/")]
    public void A_link_to_the_web_or_to_an_allowed_program_is_good(string link) => Assert.Null(LaunchLink.Wrong(link, Usual));

    [Theory]
    [InlineData("javascript:alert('{device}')"), InlineData("javascript:alert(1)"), InlineData("data:text/html,x"), InlineData("file:///etc/passwd"), InlineData("vbscript:x"), InlineData("JaVaScRiPt:x"), InlineData("steam://run")]
    public void Anything_else_is_not(string link) => Assert.Contains(LaunchLink.Wrong(link, Usual)!, (Error[])[ToolErrors.SchemeNotAllowed, ToolErrors.LinkInvalid]);

    [Theory]
    [InlineData(""), InlineData("device"), InlineData("{device}"), InlineData("{device}:x"), InlineData("rdp:// {device}"), InlineData(" java\tscript:x"), InlineData("rdp://\"x"), InlineData("rdp://<x>"), InlineData("rdp://x{"), InlineData("rdp://}x"), InlineData("https:"), InlineData("https://"), InlineData("https://bank.example@{device}/")]
    public void What_is_no_link_is_refused(string link) => Assert.Equal(ToolErrors.LinkInvalid, LaunchLink.Wrong(link, Usual));

    [Fact]
    public void A_place_that_is_none_is_refused()
    {
        Assert.Equal(ToolErrors.PlaceUnknown, LaunchLink.Wrong("rdp://{machine}", Usual));
        Assert.Equal(ToolErrors.LinkInvalid, LaunchLink.Wrong("rdp://" + new string('x', 1000), Usual));
    }

    [Fact]
    public void Values_are_encoded_wherever_they_stand() => Assert.Equal(
        "https://c.example/NG%20LBL-04?for=INC-000123&who=a%26b%40x.example",
        LaunchLink.Fill("https://c.example/{device}?for={ticket}&who={customer}", " NG LBL-04 ", "INC-000123", "a&b@x.example"));

    [Theory]
    [InlineData("NG-LBL-04"), InlineData("10.0.7.12"), InlineData("fe80:0::1"), InlineData("123 456 789"), InlineData("Zähler_3")]
    public void A_name_or_an_address_is_a_device(string device) => Assert.Null(LaunchLink.WrongDevice(device));

    [Theory]
    [InlineData("-oProxyCommand=calc"), InlineData("/v:x"), InlineData("a/b"), InlineData("a;b"), InlineData("a\nb"), InlineData("a\"b"), InlineData("$(x)"), InlineData("a%41"), InlineData("..")]
    public void What_a_program_would_take_for_more_is_none(string device) => Assert.Equal(ToolErrors.DeviceInvalid, LaunchLink.WrongDevice(device));

    [Fact]
    public void A_device_is_needed_and_short()
    {
        Assert.Equal(ToolErrors.DeviceMissing, LaunchLink.WrongDevice(" "));
        Assert.Equal(ToolErrors.DeviceInvalid, LaunchLink.WrongDevice(new('x', 101)));
        Assert.Equal((true, false), (LaunchLink.NeedsDevice("rdp://{device}"), LaunchLink.NeedsDevice("ms-quick-assist:")));
    }

    [Fact]
    public void Administrators_say_which_programs()
    {
        Allowed.When(s => s.Change([" SSH: ", "https", "", "rdp://", "ssh"])).Then(new LaunchSchemesChanged(Usual.Schemes, ["rdp", "ssh"]));
        Allowed.When(s => s.Change(Usual.Schemes)).ThenNothing();
        Allowed.When(s => s.Change(["two words"])).Then(ToolErrors.SchemeInvalid);
        Allowed.When(s => s.Change(Enumerable.Range(0, 51).Select(i => $"s{i:00}"))).Then(ToolErrors.SchemeInvalid);
        foreach (var never in (string[])["javascript", "DATA", "vbscript:", "file", "ms-msdt", "search-ms"]) Allowed.When(s => s.Change(["rdp", never])).Then(ToolErrors.SchemeDangerous);
        var state = Allowed.Given(new LaunchSchemesChanged(Usual.Schemes, ["ssh"])).State;
        Assert.Equal((true, false, true, 1), (state.Allows("ssh"), state.Allows("rdp"), state.Allows("https"), state.Version));
    }

    [Fact]
    public void A_ticket_tells_what_was_started_while_it_is_not_over()
    {
        var (tool, team) = (new Named<ToolId>(new(7), "Far hand"), new Named<TeamId>(new(2), "Network"));
        var started = new ToolStarted(ATicket.New.State.Version + 1, tool, "NG-LBL-04", team, "rdp://NG-LBL-04");
        ATicket.New.When(t => t.StartTool(tool, " NG-LBL-04 ", team, "rdp://NG-LBL-04")).Then(started);
        Assert.Equal(started.No, ATicket.New.Given(started).State.Version);
        ATicket.IsClosed.When(t => t.StartTool(tool, null, team, "x")).Then(TicketErrors.NotOpen);
        ATicket.IsCancelled.When(t => t.StartTool(tool, null, team, "x")).Then(TicketErrors.NotOpen);
    }
}
