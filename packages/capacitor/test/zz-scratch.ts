import { analyze } from "../src/analysis/analyze.ts";
const M=["GET","POST","PUT","DELETE","PATCH"];
const words=["users","orders","items","teams","repos","issues","pulls","labels","hooks","keys","events","stats","tags","files","notes","plans"];
function real(n:number){const out:{method:string,pattern:string,source:string}[]=[];const seen=new Set<string>();let s=7;const rnd=(k:number)=>(s=(s*1103515245+12345)&0x7fffffff)%k;
 while(out.length<n){const w=()=>words[rnd(16)]+(rnd(3)?rnd(Math.ceil(n/60)):"");let p="/"+(rnd(4)?"api/v"+rnd(3):":tenant");const d=1+rnd(4);for(let i=0;i<d;i++){p+="/"+w();const k=rnd(10);if(k<4)p+="/:id"+i;else if(k<5)p+="/:id"+i+"(int)";else if(k<6)p+="/:id"+i+"(uuid)";}
 if(!rnd(30))p+="/*rest";if(!rnd(20))p+="/:opt?"; const m=M[rnd(5)]!;const key=m+p.replace(/:\w+/g,":");if(seen.has(key))continue;seen.add(key);out.push({method:m,pattern:p,source:"x"});}
 out.push({method:"GET",pattern:"/*path",source:"x"},{method:"GET",pattern:"/health",source:"x"},{method:"OPTIONS",pattern:"/*p",source:"x"});return out;}
for(const n of [100,300]){const list=real(n);const t=performance.now();const r=analyze(list);const by:Record<string,number>={};for(const f of r.findings)by[f.kind]=(by[f.kind]??0)+1;console.log(n,Math.round(performance.now()-t),r.counts,by,Math.round(process.memoryUsage().heapUsed/1e6)+"MB");}
for(const f of analyze(real(100)).findings.slice(0,6))console.log(f.message,f.witness);console.log(analyze(real(300)).findings.filter(f=>f.kind==="undecided").slice(0,5).map(f=>f.message))
