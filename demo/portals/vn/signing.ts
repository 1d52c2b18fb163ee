import { startPage } from "./portal.ts";

startPage();
