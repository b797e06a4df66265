using System.Runtime.CompilerServices;
using System.Text;

namespace Simulator.Reporting.Tests;

/// <summary>Compares a text with a committed file beside the test; O1SIM_ACCEPT=1 accepts what was received.</summary>
internal static class GoldenFile
{
    public static void Verify(string received, string name, [CallerFilePath] string test = "")
    {
        test = SourceTree.Locate(test);
        var stem = Path.Combine(Path.GetDirectoryName(test)!, Path.GetFileNameWithoutExtension(test) + "." + name);
        var (verified, receivedPath) = (stem + ".verified.txt", stem + ".received.txt");
        var wanted = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (string.Equals(received, wanted, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        var isAccepted = Environment.GetEnvironmentVariable("O1SIM_ACCEPT") is "1";
        File.WriteAllText(isAccepted ? verified : receivedPath, received, new UTF8Encoding(false));
        if (!isAccepted)
        {
            Assert.That(received, Is.EqualTo(wanted), $"See {receivedPath}; O1SIM_ACCEPT=1 accepts it.");
        }
    }
}
