using System.Text;

namespace PeeringTools.Help;

/// <summary>The part of a page that the cmdlet itself tells: its syntax and parameters, as Markdown.</summary>
internal static class GeneratedPart
{
    /// <summary>Writes it for <paramref name="cmdlet"/>.</summary>
    public static string Of(Cmdlet cmdlet)
    {
        var text = new StringBuilder("## SYNTAX\n");
        foreach (var set in cmdlet.Sets)
            text.Append('\n').Append(set == CmdletParameterUse.AllSets ? "" : $"### {set}\n\n").Append("```text\n").Append(SyntaxOf(cmdlet, set)).Append("\n```\n");

        text.Append("\n## PARAMETERS\n");
        foreach (var parameter in cmdlet.Parameters)
            Append(text, parameter);
        return text.Append('\n').ToString();
    }

    /// <summary>One set as a line that PowerShell's <c>Get-Command -Syntax</c> would print.</summary>
    public static string SyntaxOf(Cmdlet cmdlet, string set) =>
        string.Join(' ', [cmdlet.Name, .. cmdlet.ParametersOf(set).Select(p => Usage(p.Parameter, p.Use)), "[<CommonParameters>]"]);

    private static string Usage(CmdletParameter parameter, CmdletParameterUse use)
    {
        if (parameter.IsSwitch)
            return $"[-{parameter.Name}]";

        var name = use.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var usage = $"{name} <{parameter.TypeName}>";
        return use.Mandatory ? usage : $"[{usage}]";
    }

    private static void Append(StringBuilder text, CmdletParameter parameter)
    {
        text.Append("\n### -").Append(parameter.Name).Append("\n\n").Append(parameter.Description?.Markdown).Append("\n\n| | |\n|---|---|\n");
        Row("Type", parameter.TypeName);
        if (parameter.Aliases is not [])
            Row("Aliases", string.Join(", ", parameter.Aliases));
        if (parameter.AcceptedValues is not [])
            Row("Accepted values", string.Join(", ", parameter.AcceptedValues));
        foreach (var use in parameter.Uses)
        {
            var where = use.Set == CmdletParameterUse.AllSets ? "" : $" in {use.Set}";
            Row($"Required{where}", use.Mandatory ? "True" : "False");
            Row($"Position{where}", use.PositionText);
            Row($"Pipeline input{where}", use.PipelineText);
        }

        Row("Default value", parameter.DefaultValue);

        void Row(string name, string value) => text.Append("| ").Append(name).Append(" | ").Append(value).Append(" |\n");
    }
}
