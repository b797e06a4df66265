using Simulator.Experiments.Catalogue;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Catalogue;

/// <summary>The catalogue as one JSON object.</summary>
public static class CatalogueJson
{
    /// <summary>Writes entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(IEnumerable<CatalogueEntry> entries, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "catalogue",
            json =>
            {
                TableJson.Write(json, CatalogueTables.Of(entries));
            }
        );
    }
}
