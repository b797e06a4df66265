using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Simulator.Experiments.Files;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Running;

/// <summary>
/// Finished units on disk: one file each, complete or absent. A unit counts only if its checksum holds and it was made
/// for this very cell, seed, version and range; anything else is computed again.
/// </summary>
/// <remarks>A kill at any moment loses no finished unit. Two threads never save the same unit.</remarks>
internal sealed class UnitStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General);

    private readonly string _folder;

    public UnitStore(string folder)
    {
        _folder = Path.Combine(folder, "units");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>The results of a unit, where they are there and whole; else null.</summary>
    public IReadOnlyList<ReplicationResult>? Load(WorkUnit unit)
    {
        var path = PathOf(unit);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path);
        var split = text.IndexOf('\n', StringComparison.Ordinal);
        if (split < 0 || text[..split] != Seal(unit, text.AsSpan(split + 1)))
        {
            return null;
        }

        var results = JsonSerializer.Deserialize<List<ReplicationResult>>(text.AsSpan(split + 1), Json);
        return results?.Count == unit.Count ? results : null;
    }

    /// <summary>Keeps the results of a unit.</summary>
    public void Save(WorkUnit unit, IReadOnlyList<ReplicationResult> results)
    {
        var payload = JsonSerializer.Serialize(results, Json);
        AtomicFile.Write(
            PathOf(unit),
            stream => stream.Write(Encoding.UTF8.GetBytes(Seal(unit, payload) + "\n" + payload))
        );
    }

    /// <summary>First line of a file: which fields it has, what it is for, and the checksum of the rest.</summary>
    private static string Seal(WorkUnit unit, ReadOnlySpan<char> payload) =>
        $"o1sim-unit-2 {StudyResult.ResultsVersion} {NameOf(unit)} {HashOf(payload)}";

    private static string HashOf(ReadOnlySpan<char> text)
    {
        var octets = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, octets);
        return Convert.ToHexStringLower(SHA256.HashData(octets));
    }

    /// <summary>The cell by content, never by place: cells may be added between two runs.</summary>
    private static string NameOf(WorkUnit unit)
    {
        var scenario = unit.Run.Cell.Scenario;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Hash}/{unit.Run.Cell.Nodes}/{scenario.Seed}/{scenario.Goals.ShareVerified}"
        );
        return string.Create(CultureInfo.InvariantCulture, $"{HashOf(text)[..20]}-{unit.First}-{unit.Count}");
    }

    private string PathOf(WorkUnit unit) => Path.Combine(_folder, NameOf(unit) + ".json");
}
