using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace FirstContact;

/// <summary>What programs are written against does not change by accident.</summary>
public sealed class ContractTests
{
    [Fact]
    public async Task ContractsDoNotDrift()
    {
        var folder = Directory.CreateTempSubdirectory("firstcontact-house-");
        await using (var app = await Server.Build(new Settings { Database = $"Data Source={Path.Combine(folder.FullName, "desk.db")}", Urls = "http://127.0.0.1:0" }))
        {
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
            var document = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!.AsObject();
            document.Remove("servers");
            document["info"]!.AsObject().Remove("version");
            Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
            House.Approved("openapi.json", document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
            await app.StopAsync();
        }
        folder.Delete(recursive: true);
    }
}
