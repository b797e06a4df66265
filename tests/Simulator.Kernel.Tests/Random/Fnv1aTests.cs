using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Known answers of the hash that step ids are made of (RFC 9923, appendix of test vectors).</summary>
public sealed class Fnv1aTests
{
    [TestCase("", 0x811C9DC5u, 0xCBF29CE484222325ul)]
    [TestCase("a", 0xE40C292Cu, 0xAF63DC4C8601EC8Cul)]
    [TestCase("foobar", 0xBF9CF968u, 0x85944171F73967E8ul)]
    public void A_hash_is_the_published_one(string text, uint hash32, ulong hash64)
    {
        Assert.That(Fnv1a.Hash32(text), Is.EqualTo(hash32));
        Assert.That(Fnv1a.Hash64(text), Is.EqualTo(hash64));
    }

    [Test]
    public void A_hash_is_taken_over_utf8()
    {
        // ß is C3 9F.
        Assert.That(Fnv1a.Hash64("ß"), Is.EqualTo(Fnv1a.Hash64([0xC3, 0x9F])));
    }
}
