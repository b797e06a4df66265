using System.Text.Json;
using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Json;

/// <summary>The law of T(N) as the field <c>law</c>: chosen, runner-up, limits of the numbers, predictions.</summary>
internal static class LawJson
{
    public static void Write(Utf8JsonWriter json, StudyResult study) =>
        TableJson.WriteObject(
            json,
            "law",
            study.Law,
            (inner, fit) =>
            {
                TableJson.WriteObject(inner, "chosen", fit.Chosen, (law, chosen) => WriteScored(law, fit, chosen));
                TableJson.WriteObject(inner, "runner_up", fit.RunnerUp, (law, other) => WriteScored(law, fit, other));
                TableJson.Write(inner, "largest_nodes", Field.Of(fit.LargestNodes));
                TableJson.Write(inner, "remark", Field.Of(fit.Remark));
                TableJson.WriteObject(inner, "limits", study.LawBand, WriteLimits);
                WritePredictions(inner, study.Predictions);
            }
        );

    private static void WriteScored(Utf8JsonWriter json, ScalingFit fit, ScoredLaw scored)
    {
        json.WriteString("form", JsonNamingPolicy.SnakeCaseLower.ConvertName(scored.Law.Form.ToString()));
        json.WriteString("class", JsonNamingPolicy.SnakeCaseLower.ConvertName(scored.Law.Class.ToString()));
        json.WriteString("formula", scored.Law.Formula);
        TableJson.Write(json, "constant_s", Field.Of(scored.Law.Constant));
        TableJson.Write(json, "slope_s", Field.Of(scored.Law.Slope));
        TableJson.Write(json, "curvature_s", Field.Of(scored.Law.Curvature));
        TableJson.Write(json, "shape", Field.Of(scored.Law.Shape));
        json.WriteNumber("parameters", scored.Parameters);
        TableJson.Write(json, "aicc", Field.Of(scored.Aicc));
        TableJson.Write(json, "leave_one_out_s", Field.Of(scored.LeaveOneOutSeconds));
        TableJson.Write(json, "akaike_weight", Field.Of(fit.WeightOf(scored)));
    }

    private static void WriteLimits(Utf8JsonWriter json, LawBand band)
    {
        (string Name, (double Lower, double Upper)? Limits)[] numbers =
        [
            ("constant_s", band.Constant),
            ("slope_s", band.Slope),
            ("curvature_s", band.Curvature),
            ("shape", band.Shape),
        ];
        foreach (var (name, limits) in numbers)
        {
            TableJson.Write(json, name + "_lower", Field.Of(limits?.Lower));
            TableJson.Write(json, name + "_upper", Field.Of(limits?.Upper));
        }
    }

    private static void WritePredictions(Utf8JsonWriter json, IReadOnlyList<LawPrediction> predictions)
    {
        json.WriteStartArray("predictions");
        foreach (var prediction in predictions)
        {
            json.WriteStartObject();
            json.WriteNumber("nodes", prediction.Nodes);
            TableJson.Write(json, "t_s", Field.Of(prediction.Seconds));
            TableJson.Write(json, "t_s_lower", Field.Of(prediction.Lower));
            TableJson.Write(json, "t_s_upper", Field.Of(prediction.Upper));
            TableJson.Write(json, "runner_up_t_s", Field.Of(prediction.RunnerUpSeconds));
            json.WriteBoolean("is_far", prediction.IsFar);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
