// Dates as people write them.

const months = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

/** dateText writes an EDTF date: ISO as it is, one of unknown year in words. */
export function dateText(date) {
  if (!date) return "date unknown";
  if (date.includes("/")) return date.split("/").map(dateText).join(" to ");
  if (!date.startsWith("XXXX-")) return date;
  const [, month, day] = date.split("-");
  const name = months.format(new Date(Date.UTC(2000, Number(month) - 1, 1)));
  return `${day ? `${Number(day)} ${name}` : name}, year unknown`;
}
