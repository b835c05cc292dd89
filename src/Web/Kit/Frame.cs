namespace FirstContact.Kit;

/// <summary>What the shell around a page needs to know; one a request.</summary>
public sealed class Frame
{
    public Caller? Caller { get; set; }

    /// <summary>When the page was asked for: all that it shows was read after this.</summary>
    public Instant AskedAt { get; set; }

    /// <summary>Whose desk it is.</summary>
    public string Organisation { get; set; } = "FirstContact";

    public string? Phone { get; set; }

    /// <summary>The item of the main navigation that one is on, by its address.</summary>
    public string? At { get; set; }

    /// <summary>The small figures beside the navigation, by its address; what is missing shows none.</summary>
    public IReadOnlyDictionary<string, string> Counts { get; set; } = new Dictionary<string, string>();

    /// <summary>On how many tickets something has happened to whoever asks, and what rings when something does.</summary>
    public int News { get; set; }

    public string? NewsTopic { get; set; }

    /// <summary>What everybody is to know now, and what rings when that is another: each with a comma before it.</summary>
    public IReadOnlyList<Banner> Banners { get; set; } = [];

    public string BannerTopics { get; set; } = "";

    /// <summary>The lists that people have made for themselves and for each other.</summary>
    public IReadOnlyList<NavItem> Views { get; set; } = [];

    /// <summary>What can be done from every page, at one press.</summary>
    public IReadOnlyList<NavButton> Buttons { get; set; } = [];

    /// <summary>What the person has sent off and can still take back.</summary>
    public IReadOnlyList<Undoable> Undoables { get; set; } = [];

    /// <summary>light, dark, or null for what the system says.</summary>
    public string? Theme { get; set; }

    /// <summary>Whether single keys are commands; WCAG 2.1.4 asks that they can be switched off.</summary>
    public bool Keys { get; set; } = true;

    /// <summary>What the browser's tab says.</summary>
    public Html Title { get; set; }

    /// <summary>What the page adds to its head.</summary>
    public Html Head { get; set; }

    /// <summary>The hidden field that proves a form to be ours; made only for a page that has a form.</summary>
    public Lazy<Html> FormToken { get; set; } = new(() => default);

    public bool May(Permission permission) => Caller?.May(permission) == true;
}
