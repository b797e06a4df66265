using System.Globalization;
using Simulator.Experiments.Presets;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>What every entry of the catalogue holds.</summary>
public sealed class CatalogueTests
{
    [Test]
    public void Ids_are_unique_and_kebab_case()
    {
        var ids = PresetCatalogue.Pages.Select(preset => preset.Id).ToList();

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Match("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
        Assert.That(ids, Has.Count.AtLeast(35));
    }

    [Test]
    public void Every_preset_says_what_it_does_and_where_that_is_written()
    {
        foreach (var preset in PresetCatalogue.Pages)
        {
            Assert.That(preset.Mapping, Is.Not.Empty, preset.Id);
            Assert.That(preset.Source, Is.Not.Empty, preset.Id);
            Assert.That(
                DateOnly.TryParseExact(
                    preset.Date,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                ),
                preset.Id
            );
            Assert.That(preset.Parameters.Select(parameter => parameter.Name), Is.Unique, preset.Id);
        }
    }

    [TestCase("eks-managed-nodegroup", "Did you mean 'eks-managed-node-group'?")]
    [TestCase("windows-update", "There are kubernetes-deployment, ")]
    public void An_unknown_name_leads_to_a_known_one(string id, string sentence) =>
        Assert.That(PresetCatalogue.Suggest(id), Does.StartWith(sentence));
}
