using System.Text;

namespace FirstContact;

/// <summary>What is stored for ever: names, versions, sentences and the shape of each body.</summary>
public sealed class EventTests
{
    private static readonly EventCatalogue Catalogue = DeskModule.Catalogue;

    [Fact]
    public void EveryEventHasItsSentence()
    {
        House.Holds("An event has its words in the catalogue, once", Samples.Of<Event>(House.Domain).Select(t => t.Name).Except(Catalogue.All.Select(w => w.Type.Name)));
        foreach (var words in Catalogue.All)
        {
            Assert.Matches(@"^[a-z-]+\.[a-z-]+$", words.Name);
            Assert.False(string.IsNullOrWhiteSpace(words.Sentence(Samples.Event(words.Type))), words.Name);
        }
        Assert.Equal(Catalogue.All.Count(), Catalogue.All.Select(w => (w.Name, w.Version)).Distinct().Count());
    }

    [Fact]
    public void What_is_stored_reads_back_the_same()
    {
        foreach (var words in Catalogue.All)
        {
            var sample = Samples.Event(words.Type);
            Assert.Equal(sample, Catalogue.Read(words.Name, words.Version, Catalogue.Write(sample)));
        }
    }

    [Fact]
    public void Stored_bodies_do_not_drift()
    {
        var now = new StringBuilder();
        foreach (var words in Catalogue.All.OrderBy(w => w.Name, StringComparer.Ordinal))
        {
            var sample = Samples.Event(words.Type);
            now.Append(System.Globalization.CultureInfo.InvariantCulture, $"{words.Name} {words.Version}{(words.ForCustomer(sample) ? " for customers" : "")}: {words.Sentence(sample)}\n  {Catalogue.Write(sample)}\n");
        }
        House.Approved("events.txt", now.ToString());
    }
}
